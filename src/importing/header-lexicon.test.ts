import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fieldsIn, found, readingOf } from "./for-tests/reading-of.ts";
import { knownLabel, type LabelField } from "./header/labels.ts";
import { ratingOf } from "./header/ratings.ts";
import { subjectLine } from "./header/subject-line.ts";

const prose =
  "The fog had come up from the river before noon, and by three the lamps were lit along the whole of the street.";

/** The lexicon's labels by what they announce. */
const labels: Partial<Record<LabelField, string>> = {
  title:
    "Title, Story, Story Title, Fic, Name, Work, Title/Part, Название, Titel, Titre, Título, Titolo, 标题, 題目, タイトル, Tytuł",
  author:
    "Author, Authors, By, Written by, Writer, Penname, Maker, Vidder, From, Автор, Autor, Autorin, Autor(in), Auteur, Autora, Autor(a), Autore, 作者",
  "co-author": "Co-author, Co-author(s)",
  artist: "Artist, Banner, Art by",
  translator: "Translator, Translated by",
  contact: "E-mail, Email, E-mail address, Contact, Addy, LJ, AIM, Website, Homepage, URL, Author's page",
  fandom: "Fandom, Fandoms, Fandom(s), Show, Universe, Canon, Source, Crossover, X-over, Фандом",
  pairing:
    "Pairing, Pairings, Pairing(s), Ship, Ship(s), Ships, Relationship, Relationship(s), Couple, Couple(s), Codes, Shipper, UST, Пейринг, Пэйринг, Pareja, Casal, Coppia, 配对, CP, カップリング",
  characters: "Character, Character(s), Cast, Featuring, Focus, Main characters, POV, Персонажи",
  rating:
    "Rating, Rated, Content/Rating, Rating/Contents, Age, Рейтинг, Altersfreigabe, Clasificación, Classificação, 分级",
  warnings:
    "Warning, Warnings, Warning(s), Content warning, Content level, Contains, Triggers, TW, CW, Squicks, Caution, Violence, Blackout, Предупреждения, Warnung, Avertissement, Advertencias, Avisos, Avvertimenti, 警告, 避雷, 预警, 注意, Ostrzeżenia",
  genre: "Genre, Genre(s), Classification, Type, Keywords, Style, Format, Жанр, Жанры, Жанр(ы), Genere",
  category: "Category, Categories",
  summary:
    "Summary, Synopsis, Teaser, Description, Blurb, Abstract, In brief, Описание, Саммари, Inhalt, Zusammenfassung, Inhalt/Zusammenfassung, Résumé, Resumen, Sinopse, Resumo, Sinopse/Resumo, Riassunto, Introduzione, Riassunto/Introduzione, 摘要, 简介, あらすじ, キャプション, Streszczenie",
  disclaimer:
    "Disclaimer, Disclaimer(s), Legal, Legalese, Standard disclaimers, Not mine, Ownership, Copyright, Дисклеймер, Descargo, 声明",
  permission:
    "Archive, Archiving, Archival, Distribution, Permission, Permission to archive, Post to, Circuit Archive, DNA, Размещение",
  feedback: "Feedback, Comments, Reviews, C&C, R&R, Flames, Concrit, Send feedback to",
  part: "Part, Chapter, Kapitel",
  status: "Status, Complete, WIP, Finished, Completed, Статус",
  words: "Word count, Words, Length, Size, Wordcount, Размер",
  beta: "Beta, Beta'd by, Beta reader, Betas, Proofread by, Britpick, Бета, Бета(ы), Bêta, Beteado por",
  thanks: "Thanks, Thanks to, Acknowledgements",
  dedication: "Dedication, Dedicated to, Happy birthday, Посвящение",
  gift: "For, Gift for, Recipient, Written for",
  notes:
    "Notes, Note, A/N, AN, N/A, Author's note, Author's notes, Author's note(s), Authors Note, Warnings/Notes, Rambling, Примечания, От автора, Anmerkung, Anmerkungen, Anmerkung(en), Note(s) de l'auteur, NdA, Notas, Notas (N/A), Notas do autor, 备注",
  conventions: "Key, Legend",
  language: "Language, Язык",
  other:
    "Spoilers, Spoiler warning, Spoilers/Timeline, Season, Episode, Timeline, Time, Time frame, Setting, Set, Takes place, Year, Continuity, Series, Sequel, Sequel to, Prequel, Series/Sequel, Season/Sequel info, Part of, Arc, Verse, Book, Date, Date posted, Posted, Posted on, Written, Started, Submitted, First published, Revised, Challenge, Prompt, Prompt #, Request, Requested by, Prompter, Theme, Exchange, Community, Bingo square, Kink, Soundtrack, Lyrics, Song, Music, Media used, Running time, Translation, Original, Original author, Категория, 正文",
};

describe("the labels of headers", () => {
  for (const [field, words] of Object.entries(labels)) {
    it(`for ${field} are all known`, () => {
      for (const label of words.split(", ")) assert.equal(knownLabel(label)?.field, field, label);
    });
  }
});

describe("ratings of other systems", () => {
  for (const [id, words] of Object.entries({
    general: "G, K, U, FRC, FR7, General Audiences",
    teen: "PG, PG-13, [PG-13], K+, T, Teen, FRT, FR13, 12",
    mature: "R, [R], M, FRM, FR15, 15, NC-13",
    explicit: "NC-17, NC17, MA, FRAO, FR18, 18, Explicit",
    "not-rated": "NR, Not rated",
  })) {
    it(`mean ${id}`, () => {
      for (const rating of words.split(", ")) assert.equal(ratingOf(rating)?.id, id, rating);
    });
  }

  it("are never invented", () => {
    for (const words of ["five stars", "very naughty", "6", "?", "Z"])
      assert.equal(ratingOf(words), null, words);
    const reading = readingOf(`Title: Fog\nAuthor: wren_h\nRating: five stars\n\n${prose}`);
    assert.equal(found(reading, "rating-unknown").length, 1);
  });
});

describe("subject lines", () => {
  for (const [line, title, part, codes] of [
    ['[FIC] NEW TOS "The Long Fog" 1/3 [PG-13] (K/S)', "The Long Fog", "1/3", "PG-13 K/S"],
    ["[FIC] Fog 1/3 [PG-13] (K/S)", "Fog", "1/3", "PG-13 K/S"],
    ["FIC: The Long Fog (1/3) PG-13", "The Long Fog", "1/3", "PG-13"],
    ["NEW: The Long Fog 1/? [NC-17] H/W", "The Long Fog", "1/null", "NC-17 H/W"],
    ['[ASC] REPOST VOY "Fog" 2/5 (J/C) [R]', "Fog", "2/5", "J/C R"],
    ["Subject: [fog_list] FIC: Fog Part VII/? (PG)", "Fog", "7/null", "PG"],
    ["Fwd: [FIC] Fog 00/?", "Fog", "null/null", ""],
    ["REPOST: Fog (3/5) [H/W, NC-17]", "Fog", "3/5", "H/W NC-17"],
    ['FIC: "Fog" Chapter 1 of 2', "Fog", "1/2", ""],
  ] as const) {
    it(`are read: ${line}`, () => {
      const subject = subjectLine(line);
      assert.ok(subject);
      assert.equal(line.slice(subject.title.from, subject.title.to), title);
      assert.equal(`${subject.number}/${subject.expected}`, part);
      assert.equal(subject.codes.join(" "), codes);
    });
  }

  it("are not seen in stories", () => {
    for (const line of [
      "New roads were cut 1/3 of the way.",
      "The man was 1/3 [sic] done.",
      "Update at once, he said.",
    ])
      assert.equal(subjectLine(line), null, line);
  });
});

describe("leave to keep copies", () => {
  for (const [words, stops] of [
    ["Distribution: anywhere", false],
    ["Archive: yes, just tell me", false],
    ["Archive: ask first", true],
    ["Distribution: no", true],
    ["DNA", true],
    ["Do not archive without my permission.", true],
    ["Размещение: запрещено", true],
  ] as const) {
    it(`${stops ? "is not given by" : "is given by"} ${words}`, () => {
      const reading = readingOf(`Title: Fog\nAuthor: wren_h\nDisclaimer: Not mine.\n${words}\n\n${prose}`);
      assert.equal(reading.stop !== null, stops);
    });
  }
});

describe("a slash in a header", () => {
  it("never parts a pairing or a genre that has one", () => {
    const fields = fieldsIn(
      `Title: Fog\nAuthor: wren_h\nPairing: K/S, H/W\nGenre: A/B/O, humour\n\n${prose}`,
    );
    assert.deepEqual(
      fields.relationships.map(({ name }) => name),
      ["K/S", "H/W"],
    );
    assert.deepEqual(
      fields.additionalTags.map(({ name }) => name),
      ["A/B/O", "humour"],
    );
  });
});
