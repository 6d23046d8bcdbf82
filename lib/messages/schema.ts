import { z } from "zod";

export const dropPictureInput = z.object({ mediaId: z.uuid() });

export type DropPicture = z.output<typeof dropPictureInput>;
