"use server";

import { saveChannel } from "@/lib/alarms/save-channel";
import { channelInput, tryChannelInput } from "@/lib/alarms/schema";
import { tryChannel } from "@/lib/alarms/try-channel";
import { officerAction } from "@/lib/web/officer-action";

/** A new channel for alarms, or another form of one. */
export const saveChannelAction = officerAction("alarms.configure", channelInput, (input, officer) => saveChannel(input, officer));

/** 试发. */
export const tryChannelAction = officerAction("alarms.configure", tryChannelInput, (input, officer) => tryChannel(input, officer));
