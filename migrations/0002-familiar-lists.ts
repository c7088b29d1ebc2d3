import type { Kysely } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";
import type { Tables } from "../src/plumbing/database/tables.ts";
import "../src/tags/sql/tags-tables.ts";
import "../src/works/sql/works-tables.ts";

/**
 * The familiar sets to begin with, as rows an owner may change: what readers of the larger archives
 * know (ratings, four warnings, six categories) and abbreviations old headers are full of.
 */
export const familiarLists: Step = () => ({
  async up(database: Kysely<Tables>) {
    await database.insertInto("ratings").values(choices(ratings)).execute();
    await database.insertInto("warnings").values(choices(warnings)).execute();
    await database.insertInto("categories").values(choices(categories)).execute();
    await database
      .insertInto("tag_kinds")
      .values(tagKinds.map(([id, name, plural], position) => ({ id, name, plural, position, retired: 0 })))
      .execute();
    await database
      .insertInto("abbreviations")
      .values(
        abbreviations.map(([abbreviation, name], position) => ({
          id: abbreviation.toLowerCase().replace(/[^a-z0-9]/g, ""),
          abbreviation,
          kind_id: "fandom",
          name,
          position,
          retired: 0,
        })),
      )
      .execute();
  },
});

type Listed = readonly [id: string, name: string, about: string];

function choices(list: readonly Listed[]) {
  return list.map(([id, name, about], position) => ({ id, name, about, position, retired: 0 }));
}

const ratings: readonly Listed[] = [
  ["not-rated", "Not rated", "The author has not chosen a rating: it may be any of them."],
  ["general", "General", "For readers of any age."],
  ["teen", "Teen", "May be unsuitable for readers under 13."],
  ["mature", "Mature", "Adult themes, not told in full detail."],
  ["explicit", "Explicit", "Adult themes, told in full detail."],
];

const warnings: readonly Listed[] = [
  ["graphic-violence", "Graphic violence", "Violence or injury described in detail."],
  ["major-character-death", "Major character death", "Somebody who matters to the story dies."],
  ["non-consent", "Rape or non-consent", "Sex that somebody does not agree to."],
  ["underage", "Underage sex", "Sexual activity of somebody under 18."],
];

const categories: readonly Listed[] = [
  ["gen", "Gen", "No romance, or romance is not the point."],
  ["f-m", "F/M", "Between women and men."],
  ["m-m", "M/M", "Between men."],
  ["f-f", "F/F", "Between women."],
  ["multi", "Multi", "More than one sort of relationship, or more than two people."],
  ["other", "Other", "None of these says it."],
];

const tagKinds = [
  ["fandom", "Fandom", "Fandoms"],
  ["character", "Character", "Characters"],
  ["relationship", "Relationship", "Relationships"],
  ["additional", "Additional tag", "Additional tags"],
] as const;

const abbreviations = [
  ["BtVS", "Buffy the Vampire Slayer"],
  ["AtS", "Angel: the Series"],
  ["ACD Holmes", "Sherlock Holmes - Arthur Conan Doyle"],
  ["B5", "Babylon 5"],
  ["BSG", "Battlestar Galactica"],
  ["DS9", "Star Trek: Deep Space Nine"],
  ["DW", "Doctor Who"],
  ["FMA", "Fullmetal Alchemist"],
  ["GoT", "Game of Thrones"],
  ["HP", "Harry Potter"],
  ["LotR", "The Lord of the Rings"],
  ["MCU", "Marvel Cinematic Universe"],
  ["OFMD", "Our Flag Means Death"],
  ["OUaT", "Once Upon a Time"],
  ["P&P", "Pride and Prejudice"],
  ["PotC", "Pirates of the Caribbean"],
  ["PotO", "The Phantom of the Opera - Gaston Leroux"],
  ["QaF", "Queer as Folk"],
  ["SG-1", "Stargate SG-1"],
  ["SGA", "Stargate Atlantis"],
  ["SH", "Sherlock Holmes"],
  ["SPN", "Supernatural"],
  ["SW", "Star Wars"],
  ["TNG", "Star Trek: The Next Generation"],
  ["TOS", "Star Trek: The Original Series"],
  ["TW", "Torchwood"],
  ["VOY", "Star Trek: Voyager"],
  ["XF", "The X-Files"],
  ["XWP", "Xena: Warrior Princess"],
] as const;
