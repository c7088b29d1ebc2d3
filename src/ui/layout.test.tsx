import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { urls } from "../vocabulary/urls.ts";
import { plainComfort, readComfort } from "./comfort.ts";
import { Day } from "./day.tsx";
import { Layout } from "./layout.tsx";
import type { Page } from "./page.ts";
import { numbersShown, Pager } from "./pager.tsx";
import { Sentence } from "./sentence.tsx";
import { createTranslate } from "./translation.ts";

const visitor: Page = {
  t: createTranslate("en"),
  locale: "en-GB",
  direction: "ltr",
  archiveName: "The Lamplit Shelf",
  path: "/fandoms",
  assets: {
    css: "/assets/pressie.css",
    roomsCss: "/assets/rooms.css",
    comfortCss: "/assets/comfort.css",
    script: "/assets/pressie.js",
    suggest: "/assets/suggest.js",
    autosave: "/assets/autosave.js",
    order: "/assets/order.js",
    storyEnd: "/assets/story-end.js",
    editor: { css: "/assets/writing.css", script: "/assets/editor.js" },
  },
  person: { signedIn: false, name: null, isOwner: false, isModerator: false },
  comfort: plainComfort,
  said: null,
};
const owner: Page = { ...visitor, person: { signedIn: true, name: "tam", isOwner: true, isModerator: true } };

describe("the frame of a page", () => {
  it("is a whole document in the reader's language and direction", () => {
    const html = String(<Layout page={{ ...visitor, locale: "ar", direction: "rtl" }} title="Fandoms" />);
    assert.match(html, /^<!DOCTYPE html><html lang="ar" dir="rtl">/);
    assert.match(html, /<title>Fandoms · The Lamplit Shelf<\/title>/);
  });

  it("wears what its reader chose, and brings the sheet for it along for nobody else", () => {
    const plain = String(<Layout page={visitor} title="Fandoms" />);
    assert.doesNotMatch(plain, /comfort\.css|data-theme/);
    const comfort = readComfort("theme-contrast-dark.size-150.face-wingdings");
    const chosen = String(<Layout page={{ ...visitor, comfort }} title="Fandoms" />);
    assert.match(chosen, /<html lang="en-GB" dir="ltr" data-theme="contrast-dark" data-size="150">/);
    assert.match(chosen, /comfort\.css/);
    assert.match(chosen, /name="color-scheme" content="dark"/);
  });

  it("obeys a policy that allows no inline script or style", () => {
    const html = String(<Layout page={{ ...owner, said: "Saved." }} title="Fandoms" kind="form" />);
    assert.doesNotMatch(html, /<script(?![^>]* src=)|<style|style=|\son[a-z]+=/);
  });

  it("puts no script between a reader and the words", () => {
    assert.doesNotMatch(String(<Layout page={visitor} title="Chapter 1" kind="reading" />), /<script/);
  });

  it("shows the owner's room to the owner only", () => {
    assert.ok(String(<Layout page={owner} title="Home" />).includes(urls.settings()));
    const member = { ...owner, person: { ...owner.person, isOwner: false } };
    assert.ok(!String(<Layout page={member} title="Home" />).includes(urls.settings()));
    assert.ok(!String(<Layout page={visitor} title="Home" />).includes(urls.desk()));
  });

  it("brings one back to the page after signing in, but not to the door itself", () => {
    assert.ok(String(<Layout page={visitor} title="Fandoms" />).includes(urls.signIn("/fandoms")));
    const atTheDoor = { ...visitor, path: urls.signIn("/fandoms") };
    assert.doesNotMatch(String(<Layout page={atTheDoor} title="Sign in" />), /return-to=/);
  });

  it("says in the pseudo-locale nothing but translated sentences", () => {
    const accented = {
      ...owner,
      t: createTranslate("en-XA"),
      archiveName: "",
      person: { ...owner.person, name: "" },
    };
    const body = String(<Layout page={accented} title="" />).replace(/^.*<body/s, "<body");
    const words = body.replace(/<[^>]*>/g, "").replace(/⟦[^⟧]*⟧/g, "");
    assert.equal(words.trim(), "");
  });
});

describe("small parts", () => {
  it("show the first, the last and the near pages of a list", () => {
    assert.deepEqual(numbersShown(24, 7), [1, 5, 6, 7, 8, 9, 24]);
    assert.deepEqual(numbersShown(3, 1), [1, 2, 3]);
    assert.equal(String(<Pager page={visitor} pages={1} current={1} urlOf={String} />), "");
  });

  it("say a day in words and for machines", () => {
    const html = String(<Day page={visitor} at={Date.UTC(2004, 1, 29, 22)} />);
    assert.equal(html, '<time datetime="2004-02-29">29 February 2004</time>');
  });

  it("let a translated sentence hold elements where the translator wants them", () => {
    const html = String(
      <Sentence
        page={visitor}
        says="A gift for {name}, with {count, plural, one {# note} other {# notes}}"
        parts={{ name: <a href="/w">{"<Tam>"}</a> }}
        values={{ count: 2 }}
      />,
    );
    assert.equal(html, 'A gift for <a href="/w">&lt;Tam&gt;</a>, with 2 notes');
  });
});
