import { codeOf } from "./errors.mjs";

/** An end foreseen: one line says in both languages what stands in the way and what to do. */
export class Halt extends Error {
  /**
   * @param {string} chinese
   * @param {string} english
   */
  constructor(chinese, english) {
    super(`${chinese} / ${english}`);
    this.name = "Halt";
  }
}

/**
 * Says in one line why a folder or file could not be used; any other error is returned as it is.
 * @param {unknown} error
 * @param {string} where
 */
export function storageHalt(error, where) {
  const code = codeOf(error);
  if (code === "ENOSPC" || code === "EDQUOT") return diskFull(where);
  if (["EACCES", "EPERM", "EROFS"].includes(String(code))) {
    return new Halt(
      `无法写入 ${where}：请换一个有权限的用户，或用 JIDA_DATA_DIR 指定可写的文件夹`,
      `cannot write to ${where}: use an account that may, or name another folder in JIDA_DATA_DIR`,
    );
  }
  if (["ENOENT", "ENOTDIR", "EEXIST", "EISDIR", "ENAMETOOLONG", "ELOOP"].includes(String(code))) {
    return new Halt(`${where} 不能用作文件夹（${code}）`, `${where} cannot serve as a folder (${code})`);
  }
  return error;
}

/** @param {string} where */
export function diskFull(where) {
  return new Halt(`磁盘已满：${where}，请腾出空间后重试`, `the disk is full: ${where}; free some space and try again`);
}
