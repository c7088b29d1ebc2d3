/** Says outright that nothing is owned or earned; no story says it so. */
const sure =
  /\bno (?:money|profits?)\b[^.!?]{0,30}\b(?:made|making|earned|intended)\b(?=\s*(?:[.!,;)]|$|(?:from|off|by|on|here|with|out|and|for)\b))|\b(?:not|never|isn['’]t|am not|['’]m not)\b[^.!?]{0,20}\b(?:making|earning|make|made) (?:any |a )?(?:money|profit)|\b(?:no|copyright) infringement\b|\bfor (?:fun|love),? (?:and )?not (?:for )?(?:profit|money)|\b(?:all |the |these |those |any |recognisable |recognizable )?(?:characters?|people)(?: and (?:settings?|places|situations))? (?:(?:here|in this story|you recogni[sz]e) )?(?:are not|aren['’]t|is not|isn['’]t|not|do not belong to|don['’]t belong to|belongs? to|are the property of|are owned by|are copyright)\b|\bI (?:do not|don['’]t|sadly don['’]t|still don['’]t|obviously don['’]t) own (?:any of|the characters|these characters|anything you|anyone|any characters|any recogni)|\bI own (?:nothing|no one)(?=\s*(?:[.!,;:]|$|(?:here|about|related|of|you)\b))|\bI own none of (?:the|these|them|this)\b|\bowns? (?:them|it|us) all\b|\bowns? (?:all (?:of )?)?(?:the |these )?characters\b|\bplease (?:don['’]t|do not) sue\b/iu;
/** Says it too, but somebody in a story might: it counts among other signs of a header. */
const likely =
  /^\W*(?:(?:still |sadly |alas,? )?not mine\b[^.!?]{0,60}[.!]*\s*$|i (?:do not|don['’]t) own (?:them|it|this|any(?:thing)?|\p{Lu}[^.!?]{0,60})[.!,]?|(?:all |everything |they |these |it )?(?:all )?(?:rights |credit )?(?:belongs?|goe?s?) to\s|(?:just|only) (?:borrowing|playing)\b|i['’]m (?:just|only) (?:borrowing|playing)\b)/iu;

/** How surely a sentence disclaims ownership; null when it does not. */
export function disclaims(sentence: string): "surely" | "likely" | null {
  if (/^\s*["“‘'][\p{L}]/u.test(sentence)) return null;
  const words = sentence.slice(0, 400);
  if (sure.test(words)) return "surely";
  return likely.test(words) ? "likely" : null;
}
