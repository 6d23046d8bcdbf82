"use server";

import { remarkResident } from "@/lib/residents/remark-resident";
import { remarkResidentInput, tagResidentInput } from "@/lib/residents/schema";
import { tagResident } from "@/lib/residents/tag-resident";
import { officerAction } from "@/lib/web/officer-action";

/** 备注: what the desk calls a resident. */
export const remarkAction = officerAction("residents.describe", remarkResidentInput, (input, officer) => remarkResident(input, officer));

/** 标签: all that a resident shall have. */
export const tagAction = officerAction("residents.describe", tagResidentInput, (input, officer) => tagResident(input, officer));
