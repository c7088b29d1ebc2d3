import type { Page } from "../../ui/page.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { urls } from "../../vocabulary/urls.ts";

type Group = { name: string; rooms: [address: string, name: string][] };

/** The ways to everything that is a member's own, by what it is for. */
export function OwnRooms({ page }: { page: Page }) {
  return (
    <nav aria-label={page.t("What is mine")}>
      <dl class="facts">
        {roomGroups(page.t).map(({ name, rooms }) => (
          <>
            <dt>{name}</dt>
            <dd>
              <ul class="actions">
                {rooms.map(([address, room]) => (
                  <li>
                    <a href={address}>{room}</a>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        ))}
      </dl>
    </nav>
  );
}

function roomGroups(t: Translate): Group[] {
  return [
    {
      name: t("Reading"),
      rooms: [
        [urls.ledger(), t("My ledger")],
        [urls.bookmarks(), t("Bookmarks")],
        [urls.shelves(), t("My shelves")],
        [urls.savedFilters(), t("Filters I keep")],
        [urls.offline(), t("Kept for reading without a network")],
        [urls.devices(), t("E-readers and other devices")],
      ],
    },
    {
      name: t("Quiet"),
      rooms: [
        [urls.readerRules(), t("What I do not want to meet")],
        [urls.keptAway(), t("People I mute or block")],
      ],
    },
    {
      name: t("News"),
      rooms: [
        [urls.notices(), t("Notices")],
        [urls.subscriptions(), t("What I follow")],
        [urls.telling(), t("How I am told")],
      ],
    },
    {
      name: t("Talk"),
      rooms: [
        [urls.ownComments(), t("My comments")],
        [urls.heldComments(), t("Comments that wait for me")],
      ],
    },
    {
      name: t("Credit"),
      rooms: [
        [urls.invitations(), t("Works I am named on, or asked to be")],
        [urls.gifts(), t("Gifts to me")],
        [urls.relatedToOwn(), t("Works made of mine")],
      ],
    },
    {
      name: t("Settings"),
      rooms: [
        [urls.preferences(), t("Preferences")],
        [urls.comfort(), t("Type and colours")],
      ],
    },
  ];
}
