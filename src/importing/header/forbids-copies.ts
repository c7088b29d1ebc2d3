const forbidden =
  /\b(?:do not|don['’]?t|never|please do(?: not|n['’]?t)|not to be|may not be|cannot be|not for)\s+(?:re-?)?(?:archiv\w*|post(?:ed)? (?:(?:this |it )?(?:elsewhere|anywhere|without)|this(?= (?:story|fic|work|chapter|on|to|at)\b|\s*[.!]|\s*$))|repost\w*|distribut\w*|redistribut\w*|upload\w*|mirror\w*)|\bno (?:archiving|archives?|reposting|redistribution)\b|\bdna\b|запрещ|не размещать|禁止转载|转载禁止|無断転載/iu;

/** Whether a sentence of a header forbids copies; what somebody in a story says stands in quotation marks. */
export function forbidsCopies(sentence: string): boolean {
  return !/^\s*["“‘']/u.test(sentence) && forbidden.test(sentence.slice(0, 1000));
}
