const verbFollows =
  /^(?:(?!(?:who|which|that|because|as|since)\b)\p{L}+\s+){1,4}(?:was|were|is|had|has|stood|lay|sat|came|arrived|would|could|did|never|to)\b/iu;
const somebodySpeaks =
  /[,;]\s+(?:he|she|they|i|\p{Lu}\p{L}+|the \p{L}+)\s+(?:\p{L}+ly\s)?(?:said|thought|wrote|told|asked|whispered|murmured|muttered|replied|answered|added|read|began|called|cried|decided|wondered|knew|opened|put|took)\b|[,;]\s+(?:said|thought|wrote|asked|whispered|replied)\s+\p{L}/u;

/** Whether a verb follows the name at the start: `A present for | Anna stood on the table.` tells a story. */
export function isTold(rest: string): boolean {
  return verbFollows.test(rest);
}

/** Whether a sentence says who says or thinks it: `This is for Anna, he thought.` */
export function isSpoken(sentence: string): boolean {
  return somebodySpeaks.test(sentence.slice(0, 600));
}
