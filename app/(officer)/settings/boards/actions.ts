"use server";

import { mintBoardToken } from "@/lib/board/mint-board-token";
import { revokeBoardToken } from "@/lib/board/revoke-board-token";
import { newBoardInput, revokeBoardInput } from "@/lib/board/schema";
import { officerAction } from "@/lib/web/officer-action";

/** Makes the link of a wall; its secret comes back this once. */
export const mintBoardTokenAction = officerAction("boards.write", newBoardInput, (input, officer) => mintBoardToken(input, officer));

/** Lets a wall show nothing any more. */
export const revokeBoardTokenAction = officerAction("boards.write", revokeBoardInput, (input, officer) => revokeBoardToken(input, officer));
