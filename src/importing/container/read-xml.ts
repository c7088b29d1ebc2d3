import { Parser } from "htmlparser2";
import { DamagedContainer } from "../../plumbing/zip/container-refused.ts";
import { StoryTooDeep, StoryTooLarge } from "../../story-text/story-refused.ts";
import { deepestXml, mostAttributeCharacters, mostXmlElements } from "./limits.ts";
import { type XmlAttributes, XmlNames } from "./xml-names.ts";

/** Hears what an XML file holds, in order. Names are those of namespaces.ts ("w:p"), whatever the file calls them. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  /** Several calls may follow each other for one stretch of text. */
  text(words: string): void;
  close(name: string): void;
}

/**
 * Reads XML in one pass. Entities other than XML's own five are not expanded, and no other file is ever fetched.
 *
 * @throws {StoryTooDeep} @throws {StoryTooLarge} see limits.ts
 * @throws {DamagedContainer} when it declares entities, holds no element, or ends before its root does
 */
export function readXml(text: string, handler: XmlHandler): void {
  const names = new XmlNames();
  let [depth, elements] = [0, 0];
  const parser = new Parser(
    {
      onopentag(written, attributes) {
        depth++;
        if (depth > deepestXml) throw new StoryTooDeep(deepestXml);
        if (++elements > mostXmlElements) throw new StoryTooLarge(mostXmlElements);
        names.enter(depth, attributes);
        handler.open(names.element(written), names.attributes(attributes));
      },
      onattribute(_, value) {
        if (value.length > mostAttributeCharacters) throw new StoryTooLarge(mostAttributeCharacters);
      },
      ontext(words) {
        if (depth > 0) handler.text(words);
      },
      onclosetag(written) {
        handler.close(names.element(written));
        names.leave(depth);
        depth--;
      },
      onprocessinginstruction(name, words) {
        if (/^!doctype/iu.test(name) && words.includes("["))
          throw new DamagedContainer("it declares entities");
        if (/^!entity/iu.test(name)) throw new DamagedContainer("it declares entities");
      },
    },
    { xmlMode: true },
  );
  parser.write(text);
  if (depth > 0 || elements === 0) throw new DamagedContainer("its XML breaks off");
  parser.end();
}
