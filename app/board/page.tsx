import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { accountZones } from "@/lib/accounts/queries";
import { boardOf } from "@/lib/board/queries";
import { commonZone } from "@/lib/time/zones";
import { boardViewer } from "@/lib/web/board-viewer";
import { buildId } from "@/lib/web/build-id";
import { requireOfficer } from "@/lib/web/require-officer";
import { BoardFrame } from "./board-frame";
import { BoardNotice } from "./board-notice";
import { type BoardQuery, boardLooks } from "./looks";
import { Wall } from "./wall";

type Props = { searchParams: Promise<BoardQuery> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { locale } = await boardLooks(await searchParams);
  return { title: (await getTranslations({ locale, namespace: "board" }))("title") };
}

/** The wall. It needs nobody to touch it: opened once, it shows what is true now until it is turned off. */
export default async function BoardPage({ searchParams }: Props) {
  const [viewer, looks] = await Promise.all([boardViewer(), boardLooks(await searchParams)]);
  if (!viewer.scope && viewer.refusal !== "boardTokenNotFound") await requireOfficer("board.read");
  return (
    <BoardFrame {...looks} timeZone={commonZone(viewer.scope ? (await accountZones(viewer.scope)).values() : [])}>
      {viewer.scope ? (
        <Wall first={await boardOf(viewer.scope)} build={buildId()} signedIn={viewer.signedIn} />
      ) : (
        <BoardNotice about="revoked" />
      )}
    </BoardFrame>
  );
}
