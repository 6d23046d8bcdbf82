"use client";

import { useTranslations } from "next-intl";
import type { Limits } from "@/app/(officer)/settings/limits/load-limits";
import { SaveBar } from "@/app/(officer)/settings/limits/save-bar";
import { SavedList } from "@/app/(officer)/settings/limits/saved-list";
import { bookOf, goingOf, plannedFor } from "@/app/(officer)/settings/limits/standing";
import { Tester } from "@/app/(officer)/settings/limits/tester";
import { useDraft } from "@/app/(officer)/settings/limits/use-draft";
import { SettingsSection } from "@/app/(officer)/settings/settings-page";
import { earliestBeginning } from "@/lib/sla/rules";
import { DEFAULT_POLICY, termsAt } from "@/lib/sla/terms";
import { savePolicyAction, withdrawPolicyAction } from "./actions";
import { AlarmsEditor } from "./alarms-editor";
import { EscalationEditor } from "./escalation-editor";
import { policyFaults } from "./policy-draft";
import { PolicyShown } from "./policy-shown";
import { RuleList } from "./rule-list";
import { useFaultWords } from "./use-fault-words";
import { usePolicyWords } from "./use-policy-words";

/** What an account owes its residents: what goes now to change, what is planned, and what was. Officers without the permission read. */
export function PolicyScreen({ limits }: { limits: Limits }) {
  const t = useTranslations("timeLimits");
  const general = useTranslations("limits");
  const words = usePolicyWords();
  const { account, policies, isEditor, now } = limits;
  const { timeZone } = account;
  const settled = earliestBeginning(now);
  const going = goingOf(policies, settled)?.terms ?? DEFAULT_POLICY;
  const { draft, write, state, wrong, save, discard } = useDraft(going, policies, ({ terms, ...asked }) =>
    savePolicyAction({ accountId: account.id, policy: terms, ...asked }),
  );
  const faults = policyFaults(draft);
  const faultAt = useFaultWords(faults);
  const changes = state.isUnchanged || faults.size > 0 ? [] : words.changes(going, draft);
  const book = bookOf(limits);

  return (
    <>
      {isEditor ? (
        <>
          <SettingsSection title={t("rules")} hint={t("rulesHint")}>
            <RuleList policy={draft} faults={faults} faultAt={faultAt} onChange={write} />
          </SettingsSection>
          <SettingsSection title={t("escalation")} hint={t("escalationHint")}>
            <EscalationEditor escalation={draft.escalation} faultAt={faultAt} onChange={(escalation) => write({ ...draft, escalation })} />
          </SettingsSection>
          <SettingsSection title={t("alarms")} hint={t("alarmsHint")}>
            <AlarmsEditor policy={draft} faultAt={faultAt} onChange={write} />
          </SettingsSection>
        </>
      ) : (
        <SettingsSection title={t("rules")} hint={general("readOnly")}>
          <PolicyShown policy={going} />
        </SettingsSection>
      )}
      <SettingsSection title={isEditor ? general("tryAndSave") : general("tester")}>
        <Tester
          now={now}
          timeZone={timeZone}
          {...(isEditor ? { title: general("tester") } : {})}
          termsAt={faults.size > 0 ? null : (at) => ({ ...termsAt(book, at), policy: draft })}
        />
        {isEditor ? (
          <div className="mt-4">
            <SaveBar
              key={policies.length}
              now={now}
              timeZone={timeZone}
              plannedFor={plannedFor(policies, settled)}
              isChanged={!state.isUnchanged}
              changes={changes}
              faults={faults.size}
              wrong={wrong}
              isSaving={state.isSaving}
              onSave={(effectiveFrom) => void save(effectiveFrom)}
              onDiscard={discard}
            />
          </div>
        ) : null}
      </SettingsSection>
      <SettingsSection title={general("history")} hint={general("historyHint")}>
        <SavedList
          history={policies}
          settled={settled}
          timeZone={timeZone}
          unsaved={DEFAULT_POLICY}
          unsavedWords={t("unsaved")}
          changesOf={words.changes}
          onReuse={isEditor ? write : undefined}
          withdraw={(policyId) => withdrawPolicyAction({ policyId })}
        />
      </SettingsSection>
    </>
  );
}
