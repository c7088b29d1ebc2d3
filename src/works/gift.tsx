import type { Page } from "../ui/page.ts";
import { Sentence } from "../ui/sentence.tsx";
import { urls } from "../vocabulary/urls.ts";
import { Joined } from "./joined.tsx";
import type { Gift } from "./work.ts";

/**
 * "A gift for spikeslovebite, here called Tam": one sentence, so that it can stand on a ribbon.
 * Several receivers have their other names in brackets. Nothing when the work is a gift for nobody.
 */
export function GiftFor({ page, gifts }: { page: Page; gifts: Gift[] }) {
  const [first, ...others] = gifts;
  if (!first) return null;
  if (others.length === 0 && first.addressedAs !== "")
    return (
      <Sentence
        page={page}
        says="A gift for {name}, here called {other}"
        parts={{ name: Recipient(first), other: <span dir="auto">{first.addressedAs}</span> }}
      />
    );
  const names = gifts.map((gift) => <Receiver page={page} gift={gift} />);
  return (
    <Sentence page={page} says="A gift for {names}" parts={{ names: <Joined page={page} items={names} /> }} />
  );
}

function Receiver({ page, gift }: { page: Page; gift: Gift }) {
  if (gift.addressedAs === "") return Recipient(gift);
  return (
    <Sentence
      page={page}
      says="{name} ({other})"
      parts={{ name: Recipient(gift), other: <span dir="auto">{gift.addressedAs}</span> }}
    />
  );
}

/** A name that leads to everything that was given to them. */
function Recipient({ recipientId, name }: Gift) {
  return (
    <a href={urls.works(`gift-to=${recipientId}`)} dir="auto">
      {name}
    </a>
  );
}
