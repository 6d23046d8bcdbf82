import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage, SettingsSection } from "@/app/(officer)/settings/settings-page";
import { listAccounts } from "@/lib/accounts/queries";
import { listChannels, listDeliveries, mailIsSetUp } from "@/lib/alarms/channels";
import { may } from "@/lib/officers/rules";
import { requireOfficer } from "@/lib/web/require-officer";
import { ChannelList } from "./channel-list";
import { DeliveryLog } from "./delivery-log";

const LOGGED = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("alarmChannels") };
}

/** Where alarms go besides the screen, and what became of each. Supervisors and admins set it up; others see that it is there. */
export default async function AlarmChannelsPage() {
  const officer = await requireOfficer("inbox.read");
  const [t, pages, channels] = await Promise.all([
    getTranslations("alarmChannels"),
    getTranslations("settings.pages"),
    listChannels(officer.scope),
  ]);
  if (!may(officer.role, "alarms.configure"))
    return (
      <SettingsPage title={pages("alarmChannels")} lead={t("lead")}>
        <SettingsSection title={t("channels")} hint={t("readOnly")}>
          <ul className="list-disc pl-5">
            {channels.map(({ id, name, kind, enabled }) => (
              <li key={id}>
                {t("named", { name, kind: t(`kinds.${kind}`) })} {enabled ? null : t("off")}
              </li>
            ))}
          </ul>
        </SettingsSection>
      </SettingsPage>
    );
  const [accounts, deliveries] = await Promise.all([listAccounts(officer.scope), listDeliveries(officer.scope, LOGGED)]);
  return (
    <SettingsPage title={pages("alarmChannels")} lead={t("lead")}>
      <ChannelList channels={channels} accounts={accounts.map(({ id, name }) => ({ id, name }))} mailIsSetUp={mailIsSetUp()} />
      <SettingsSection title={t("log")} hint={t("logHint", { most: LOGGED })}>
        <DeliveryLog deliveries={deliveries} />
      </SettingsSection>
    </SettingsPage>
  );
}
