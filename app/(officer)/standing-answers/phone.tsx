"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SelfReply } from "@/lib/standing-answers/words";

type Props = {
  account: string;
  asked: string;
  reply: SelfReply;
  /** What an officer has to know beside it, as sentences. */
  notes?: readonly string[];
};

/** What stands on a resident's phone: what was typed, and what the account says to it at once. In Chinese, as residents read it. */
export function Phone({ account, asked, reply, notes = [] }: Props) {
  const t = useTranslations("standingAnswers");
  return (
    <PhoneFrame account={account} caption={t("phone")} notes={notes}>
      <p className="wrap-anywhere max-w-[80%] self-end rounded-[10px_2px_10px_10px] border border-action/40 bg-sel px-3 py-2 text-ink">
        {asked}
      </p>
      <Said reply={reply} picture={t("bodyKinds.picture")} titlePicture={t("titlePicture")} />
    </PhoneFrame>
  );
}

type FrameProps = { account: string; caption: string; children: ReactNode; foot?: ReactNode; notes?: readonly string[] };

/** A phone with the account's name above its chat, and what stands at its foot. */
export function PhoneFrame({ account, caption, children, foot, notes = [] }: FrameProps) {
  return (
    <figure>
      <figcaption className="mb-1 text-ink-2 text-sm">{caption}</figcaption>
      <div lang="zh-CN" className="rounded-[28px] border border-edge bg-line-2 p-2">
        <p className="truncate px-3 py-2 text-center font-semibold text-sm">{account}</p>
        <div className="flex min-h-56 flex-col gap-3 rounded-[20px] bg-bg p-3">{children}</div>
        {foot}
      </div>
      {notes.map((note) => (
        <p key={note} className="mt-2 text-ink-2 text-sm">
          {note}
        </p>
      ))}
    </figure>
  );
}

function Said({ reply, picture, titlePicture }: { reply: SelfReply; picture: string; titlePicture: string }) {
  if (reply.kind === "text") return <Bubble>{reply.text}</Bubble>;
  if (reply.kind === "picture")
    return (
      <Bubble>
        <Blank name={picture} />
      </Bubble>
    );
  return (
    <div className="wrap-anywhere overflow-hidden rounded-[2px_10px_10px_10px] border border-line bg-panel">
      {reply.pictureUrl ? <Blank name={titlePicture} /> : null}
      <p className="px-3 pt-2 font-semibold">{reply.title}</p>
      <p className="whitespace-pre-line px-3 pb-2 text-ink-2 text-sm">{reply.description}</p>
    </div>
  );
}

function Bubble({ children }: { children: ReactNode }) {
  return (
    <div className="wrap-anywhere max-w-[92%] self-start whitespace-pre-wrap rounded-[2px_10px_10px_10px] border border-line bg-panel px-3 py-2 text-ink leading-relaxed">
      {children}
    </div>
  );
}

/** Pictures lie with WeChat or elsewhere; the desk calls nobody to show them. */
function Blank({ name }: { name: string }) {
  return <span className="grid h-24 min-w-40 place-items-center border-line border-b bg-line-2 text-ink-2 text-sm">{name}</span>;
}
