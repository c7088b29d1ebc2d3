import type { Place } from "./sort-order.ts";

/** The rows of a page in the order wanted, what each is ordered by, and whether there are others before and after. */
export type Picked = {
  rows: { row: number; value: number | string }[];
  before: boolean;
  after: boolean;
};

/** From a place (null: the beginning) up (1) or down (−1), until the page is full. */
export type Picking = { start: Place | null; step: 1 | -1; count: number };
