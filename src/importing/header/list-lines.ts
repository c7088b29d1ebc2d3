const ofList =
  /^\W*(?:from\s+the\s+\S[^.!?]{0,60}\b(?:list|newsgroup|archives?|digest|mailing list)\b|(?:archive|digest|message)\s+(?:no\.?|number|#)?\s?\d+|(?:archived|posted|sent|forwarded)\s+(?:at|by|from|to|on)\s+the\s+[^.!?]{0,60}\b(?:list|newsgroup|archives?)\b)|^[^.!?]{0,60}\b(?:list|digest|newsgroup|archives?),?\s+(?:message|msg|digest|post|item|volume|vol\.?)\s+(?:no\.?\s?|#\s?)?\d+\W*$/iu;

/** Whether a line above the header is a mailing list's own, such as `From the Fog list archive, message 12`. */
export function isListLine(line: string): boolean {
  return line.length <= 120 && ofList.test(line);
}
