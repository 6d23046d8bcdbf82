import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { useZone } from "@/app/(officer)/account-clocks";
import { toast } from "@/components/ui/toast";
import type { StandingAnswerInFull } from "@/lib/standing-answers/queries";
import { wallClock } from "@/lib/time/zones";
import type { ActionResult } from "@/lib/web/officer-action";
import { publishVersionAction, saveDraftAction } from "./actions";
import { answerAddress } from "./addresses";
import { type Seen, type Unsaved, unsavedKey } from "./unsaved";
import { useUnsaved } from "./use-unsaved";
import { faultsOf, inputOf, isAsInForce, isOldStamp, type Written, writtenOf } from "./written";

type Given = { answer: StandingAnswerInFull | null; account: { id: string; slug: string }; officerId: string; now: Date };

/**
 * What is being written of a standing answer, on top of the version that the officer saw, and its way to the desk and to residents.
 * `isNewer`: a colleague has saved meanwhile.
 */
export function useWriting({ answer, account, officerId, now }: Given) {
  const t = useTranslations("standingAnswers");
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const router = useRouter();
  const zone = useZone();
  const newest = answer?.versions[0] ?? null;
  const asKept = (): Seen | null =>
    newest && { version: newest.version, isPublished: newest.publishedAt !== null, written: writtenOf(newest, zone, now) };
  const [seen, setSeen] = useState(asKept);
  const [written, setWritten] = useState(() => writtenOf(newest, zone, now));
  const [begun] = useState(written);
  // How far this computer's clock is behind the desk's.
  const [behind] = useState(() => now.getTime() - Date.now());
  const [wrong, setWrong] = useState("");
  const [isTried, setTried] = useState(false);
  const [isWarned, setWarned] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const [isBroughtBack, setBroughtBack] = useState(false);

  const isNewer = newest !== null && seen !== null && newest.version > seen.version;
  const isUnchanged = seen !== null && JSON.stringify(written) === JSON.stringify(seen.written);
  const isUntouched = seen === null ? JSON.stringify(written) === JSON.stringify(begun) : isUnchanged;
  const isPublished = seen?.isPublished || (newest?.version === seen?.version && newest?.publishedAt != null);
  // A version that was brought back comes from beside this form: with nothing written it is simply taken over.
  if (isNewer && isUnchanged) takeOver();

  const unsaved = useMemo(() => (isUntouched ? null : { seen, written }), [isUntouched, seen, written]);
  const bringBack = useCallback((found: Unsaved) => {
    setSeen(found.seen);
    setWritten(found.written);
    setBroughtBack(true);
  }, []);
  useUnsaved(unsavedKey(officerId, answer?.id ?? account.id), unsaved, { like: begun, onFound: bringBack });

  const target =
    answer && seen ? { standingAnswerId: answer.id, version: isNewer ? newest.version : seen.version } : { accountId: account.id };
  const input = inputOf(written, target, zone);
  const faults = faultsOf(input);

  function takeOver() {
    const kept = asKept();
    setSeen(kept);
    setWritten(kept?.written ?? begun);
    setBroughtBack(false);
  }

  /** Says why it was refused. @returns what was done, or null */
  function told<Value>(result: ActionResult<Value> | null): Value | null {
    setWrong(result === null ? common("unreachable") : result.ok ? "" : refusals(result.refusal, result.facts));
    if (result?.ok) return result.value;
    if (result?.refusal === "standingWarnings") setWarned(true);
    if (result?.refusal === "standingAnswerChanged" || result?.refusal === "standingPublished") router.refresh();
    return null;
  }

  async function keep(): Promise<{ id: string; version: number } | null> {
    if (answer && seen && isUnchanged) return { id: answer.id, version: seen.version };
    const kept = told(await saveDraftAction(input).catch(() => null));
    if (kept) setSeen({ version: kept.version, isPublished: false, written });
    return kept;
  }

  const arrive = (id: string) => (answer ? router.refresh() : router.replace(answerAddress(account.slug, id)));

  /** @returns whether there is something that can be taken; if not, the first fault has the focus */
  function isReady(isNothing: boolean): boolean {
    if (isWorking || isNothing) return false;
    setTried(true);
    if (faults.size > 0) requestAnimationFrame(() => document.querySelector<HTMLElement>("form [aria-invalid=true]")?.focus());
    return faults.size === 0;
  }

  async function save() {
    if (!isReady(isUnchanged)) return;
    setWorking(true);
    const kept = await keep();
    setWorking(false);
    if (!kept) return;
    toast(t("draftSaved", { version: kept.version }));
    arrive(kept.id);
  }

  /** `next`: where to go on then. */
  async function publish(next: string | null = null) {
    const isNothing = isUnchanged && isPublished;
    if (isNothing && next) return router.push(next);
    if (!isReady(isNothing)) return;
    setWorking(true);
    const kept = await keep();
    const published = kept && {
      standingAnswerId: kept.id,
      version: kept.version,
      despiteWarnings: isWarned || isAsInForce(answer, written),
    };
    const result = published && (await publishVersionAction(published).catch(() => null));
    setWorking(false);
    if (!kept) return;
    const isDone = result?.ok ?? false;
    told(result);
    if (isDone) {
      setSeen({ version: kept.version, isPublished: true, written });
      setWarned(false);
      toast(t("published", { version: kept.version }));
    }
    if (isDone && next) return router.push(next);
    arrive(kept.id);
  }

  return {
    written,
    write: (change: Partial<Written>) => {
      setWritten({ ...written, ...change });
      if (change.rules) setWarned(false);
    },
    /** The time as of which it is true becomes this minute. */
    stamp: () => setWritten({ ...written, asOf: wallClock(new Date(Date.now() + behind), zone) }),
    state: {
      isWorking,
      isUnchanged,
      isUntouched,
      /** It was written before, and is not saved yet. */
      isBroughtBack: isBroughtBack && !isUntouched,
      isNewer,
      isWarned,
      isPublished,
      isStampOld: seen !== null && isOldStamp(written, seen.written),
    },
    /** Where a fault is shown: what is merely not filled in yet only after one has tried. */
    faults: isTried ? faults : new Map([...faults].filter(([, fault]) => !NOT_YET.includes(fault))),
    wrong,
    save,
    publish,
    /** What was written is given up for what stands. */
    discard: () => {
      takeOver();
      setWrong("");
    },
  };
}

const NOT_YET = ["textEmpty", "sourceEmpty", "nameEmpty", "noWords", "addressWrong", "mediaIdWrong"];
