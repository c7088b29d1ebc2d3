import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainComfort } from "../comfort.ts";
import { Checkbox, ErrorSummary, Form, RadioGroup, SelectField, TextArea, TextField } from "../form.ts";
import type { Page } from "../page.ts";
import { createTranslate } from "../translation.ts";

const page: Page = {
  t: createTranslate("en"),
  locale: "en",
  direction: "ltr",
  archiveName: "The Lamplit Shelf",
  path: "/",
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

describe("a form's fields", () => {
  it("hand back what was typed, as text and never as markup", () => {
    const typed = `"><script>alert('no')</script>`;
    const html = String(
      <>
        <TextField page={page} name="title" label="Title" value={typed} />
        <TextArea page={page} name="story" label="Story" value={typed} />
      </>,
    );
    assert.ok(!html.includes("<script"));
    assert.equal(html.split("&lt;script&gt;").length, 3);
  });

  it("tie hint and error to their control, the error first", () => {
    const html = String(
      <TextField
        page={page}
        name="title"
        label="Title"
        hint="As on the cover."
        error="A story needs a title."
      />,
    );
    assert.match(html, /aria-describedby="field-title-error field-title-hint"/);
    assert.match(html, /aria-invalid="true"/);
    assert.match(html, /<label for="field-title">/);
    assert.match(html, /<p class="field-error" id="field-title-error">A story needs a title\.<\/p>/);
  });

  it("say a limit in words and never cut a paste short", () => {
    const html = String(<TextField page={page} name="title" label="Title" maxLength={1255} />);
    assert.match(html, /At most 1,255 characters\./);
    assert.doesNotMatch(html, /maxlength/i);
  });

  it("keep the newline a textarea begins with", () => {
    const html = String(<TextArea page={page} name="story" label="Story" value={"\nOnce"} />);
    assert.match(html, />\n\nOnce<\/textarea>/);
  });

  it("mark what was chosen, and only that", () => {
    const choices = [
      { value: "yes", label: "Yes" },
      { value: "no", label: "No" },
      { value: "", label: "Not saying" },
    ];
    const radios = String(<RadioGroup page={page} name="death" label="Death" choices={choices} value="no" />);
    assert.equal(radios.split("checked").length, 2);
    assert.match(radios, /value="no" checked/);
    const select = String(<SelectField page={page} name="death" label="Death" choices={choices} value="" />);
    assert.match(select, /<option value="" selected="">Not saying/);
    assert.doesNotMatch(String(<Checkbox page={page} name="stay" label="Stay" />), /checked/);
  });
});

describe("a refused form", () => {
  it("leads from each error to its field, and to the first choice of a group", () => {
    const errors = {
      title: "A story needs a title.",
      rating: "Choose a rating.",
      "": "This form is too old.",
    };
    const html = String(
      <Form page={page} action="/works/new">
        <ErrorSummary page={page} errors={errors} />
        <RadioGroup
          page={page}
          name="rating"
          label="Rating"
          error={errors.rating}
          choices={[{ value: "g", label: "General" }]}
        />
      </Form>,
    );
    assert.match(html, /role="alert"/);
    assert.match(html, /3 things need another look/);
    assert.match(html, /<a href="#field-title">A story needs a title\.<\/a>/);
    assert.match(html, /<li>This form is too old\.<\/li>/);
    assert.match(html, /<a href="#field-rating">/);
    assert.match(html, /<input type="radio" id="field-rating"/);
  });

  it("says that a password does not come back, where one was typed", () => {
    const summary = (asksPassword: boolean) =>
      String(<ErrorSummary page={page} errors={{ email: "Type an address." }} asksPassword={asksPassword} />);
    assert.match(summary(false), /all you typed is still below/);
    assert.match(summary(true), /the password must be typed once more/);
  });

  it("shows no summary when nothing is wrong", () => {
    assert.equal(String(<ErrorSummary page={page} errors={{}} />), "");
  });
});
