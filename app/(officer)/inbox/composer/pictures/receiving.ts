import type { ClipboardEvent, DragEvent } from "react";

/** What a part of the screen needs to take pictures that are pasted or dropped there; words go where they went before. */
export function receiving(onFiles: (files: readonly File[]) => void) {
  return {
    onPaste: (event: ClipboardEvent) => {
      const files = [...event.clipboardData.files];
      // A table that is copied comes as words and as its picture: the words are what is meant.
      if (files.length === 0 || event.clipboardData.types.includes("text/plain")) return;
      event.preventDefault();
      onFiles(files);
    },
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes("Files")) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      onFiles([...event.dataTransfer.files]);
    },
  };
}
