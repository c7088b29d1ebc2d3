import { storyStyle } from "../leaves/story-style.ts";

/** The book's style sheet: the story's setting, the cover as large as the page allows, and the contents. */
export const bookStyle = `${storyStyle}
section.cover { margin: 0; padding: 0; text-align: center; }
section.cover img { max-width: 100%; height: auto; max-height: 98vh; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav li { margin: 0.4em 0; }
`;
