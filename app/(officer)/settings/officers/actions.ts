"use server";

import { addOfficer } from "@/lib/officers/add-officer";
import { changeOfficer } from "@/lib/officers/change-officer";
import { deactivateOfficer } from "@/lib/officers/deactivate-officer";
import { makePasswordLink } from "@/lib/officers/make-password-link";
import { reinstateOfficer } from "@/lib/officers/reinstate-officer";
import { addOfficerInput, changeOfficerInput, factorRuleInput, officerInput } from "@/lib/officers/schema";
import { setFactorRule } from "@/lib/officers/set-factor-rule";
import { takeFactors } from "@/lib/officers/take-factors";
import { sensitiveAction } from "@/lib/web/officer-action";

/** Adds an officer; the secret of the link comes back this once. */
export const addOfficerAction = sensitiveAction("officers.write", addOfficerInput, (input, admin) => addOfficer(input, admin));

/** Another name, role or other accounts. */
export const changeOfficerAction = sensitiveAction("officers.write", changeOfficerInput, (input, admin) => changeOfficer(input, admin));

/** 停用. */
export const deactivateOfficerAction = sensitiveAction("officers.write", officerInput, (input, admin) => deactivateOfficer(input, admin));

/** 恢复; the secret of the link comes back this once. */
export const reinstateOfficerAction = sensitiveAction("officers.write", officerInput, (input, admin) => reinstateOfficer(input, admin));

/** Takes a password back for a link; its secret comes back this once. */
export const makePasswordLinkAction = sensitiveAction("officers.write", officerInput, (input, admin) => makePasswordLink(input, admin));

/** Takes an officer's second factors off. */
export const takeFactorsAction = sensitiveAction("officers.write", officerInput, (input, admin) => takeFactors(input, admin));

/** Demands a second factor of a role, or no more. */
export const setFactorRuleAction = sensitiveAction("officers.write", factorRuleInput, (input, admin) => setFactorRule(input, admin));
