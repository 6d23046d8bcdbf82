"use client";

import { ChevronLeft, ChevronRight, Download, X, ZoomIn, ZoomOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useShared } from "@/app/(officer)/inbox/feed/shared-value";
import { useDates } from "@/app/(officer)/inbox/use-dates";
import type { ThreadMessage } from "@/lib/threads/queries";
import { Side, Tool } from "./light-box-buttons";
import { sourceOf } from "./media-source";
import { picturesOf, shownPicture, stepped } from "./shown-picture";
import { useZoom } from "./use-zoom";

/** The pictures of a thread one by one, as large as the screen: + and - zoom, arrows go on or move what is zoomed, Esc closes. */
export function LightBox({ messages }: { messages: readonly ThreadMessage[] }) {
  const shown = useShared(shownPicture);
  const pictures = picturesOf(messages);
  const message = pictures.find(({ media }) => media?.id === shown);
  return message && shown ? <Shown message={message} id={shown} ids={pictures.flatMap(({ media }) => media?.id ?? [])} /> : null;
}

function Shown({ message, id, ids }: { message: ThreadMessage; id: string; ids: string[] }) {
  const t = useTranslations("thread.media");
  const { moment } = useDates();
  const dialog = useRef<HTMLDialogElement>(null);
  const { pane, zoom, isMost, magnify, pan } = useZoom();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  // The arrow or the lens that was pressed may have gone at the end: the keys stay with the light box.
  useEffect(() => {
    if (dialog.current && !dialog.current.querySelector(":focus:not(:disabled)")) dialog.current.focus();
  });

  const go = (steps: number) => {
    magnify(Number.NEGATIVE_INFINITY);
    shownPicture.set(stepped(ids, id, steps));
  };
  const close = () => {
    shownPicture.set(null);
    document.querySelector<HTMLElement>(`[data-picture="${id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = {
      ArrowLeft: () => (zoom > 1 ? pan(-1, 0) : go(-1)),
      ArrowRight: () => (zoom > 1 ? pan(1, 0) : go(1)),
      ArrowUp: () => pan(0, -1),
      ArrowDown: () => pan(0, 1),
      "+": () => magnify(1),
      "=": () => magnify(1),
      "-": () => magnify(-1),
      "0": () => magnify(Number.NEGATIVE_INFINITY),
    }[event.key];
    event.stopPropagation();
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  const place = ids.indexOf(id);
  const name = t("placeOfAll", { place: place + 1, count: ids.length, at: moment(message.at) });
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      aria-label={name}
      onClose={close}
      onKeyDown={onKeyDown}
      className="m-0 grid h-dvh max-h-none w-screen max-w-none grid-rows-[auto_minmax(0,1fr)] bg-[#101418] p-0 text-white"
    >
      <div className="flex items-center gap-1 px-3 py-2">
        <p className="min-w-0 flex-1 truncate text-sm">{name}</p>
        <Tool label={t("zoomOut")} disabled={zoom === 1} onClick={() => magnify(-1)}>
          <ZoomOut size={20} aria-hidden />
        </Tool>
        <Tool label={t("zoomIn")} disabled={isMost} onClick={() => magnify(1)}>
          <ZoomIn size={20} aria-hidden />
        </Tool>
        <a
          href={sourceOf(id)}
          download
          aria-label={t("save")}
          title={t("save")}
          className="grid size-9 place-items-center rounded-md hover:bg-white/15"
        >
          <Download size={20} aria-hidden />
        </a>
        <Tool label={t("close")} onClick={() => dialog.current?.close()}>
          <X size={20} aria-hidden />
        </Tool>
      </div>
      <div className="relative min-h-0">
        <div
          ref={pane}
          className="grid h-full grid-cols-[100%] grid-rows-[100%] place-items-center-safe overflow-auto"
          tabIndex={zoom > 1 ? 0 : -1}
        >
          <img
            key={id}
            src={sourceOf(id)}
            alt={message.direction === "outbound" ? t("sent") : t("pictureOf", { at: moment(message.at) })}
            style={sizeOf(zoom)}
            className="object-contain"
          />
        </div>
        {place > 0 ? (
          <Side label={t("previous")} side="left-2" onClick={() => go(-1)}>
            <ChevronLeft size={28} aria-hidden />
          </Side>
        ) : null}
        {place < ids.length - 1 ? (
          <Side label={t("next")} side="right-2" onClick={() => go(1)}>
            <ChevronRight size={28} aria-hidden />
          </Side>
        ) : null}
      </div>
    </dialog>
  );
}

function sizeOf(zoom: number) {
  const percent = `${zoom * 100}%`;
  return zoom === 1 ? { maxWidth: "100%", maxHeight: "100%" } : { width: percent, height: percent, maxWidth: "none" };
}
