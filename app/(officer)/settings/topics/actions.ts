"use server";

import { archiveTopic } from "@/lib/questions/archive-topic";
import { saveTopic } from "@/lib/questions/save-topic";
import { saveTopicInput, topicInput } from "@/lib/questions/schema";
import { officerAction } from "@/lib/web/officer-action";

/** Adds a topic to an account's list, or gives one another name. */
export const saveTopicAction = officerAction("topics.write", saveTopicInput, (input, officer) => saveTopic(input, officer));

/** 停用. */
export const archiveTopicAction = officerAction("topics.write", topicInput, (input, officer) => archiveTopic(input, officer));
