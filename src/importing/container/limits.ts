/** Tags open at once: Word's deepest pages (text boxes in tables in tables) stay under 80. */
export const deepestXml = 256;

/** Word writes about ten elements for a run of words; a much-edited novel of 500,000 words has one or two million. */
export const mostXmlElements = 10_000_000;

/** The longest honest attribute is a picture's description or a shape's path. */
export const mostAttributeCharacters = 1_000_000;
