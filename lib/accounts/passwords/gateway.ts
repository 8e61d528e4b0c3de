import { hash, verify } from "@node-rs/argon2";

/** OWASP's smallest argon2id setting: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const current = "$argon2id$v=19$m=19456,t=2,p=1$";

/** The hash of a random text that nobody kept, with the parameters above: verifying against it takes as long and never succeeds. */
const nobody = `${current}xJucTtelxmf1Lpr7aSaeDw$zl43YHMzrnhnUOYCvzbmh6v1+FOISnYL+qfj6xiBk+4`;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), parameters);

/** Whether the password is right. Where there is no hash, or one that is quicker to check, the full work is done in vain. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const typed = password.normalize("NFC");
  if (!passwordHash || isOutdated(passwordHash)) await verify(nobody, typed);
  return passwordHash?.startsWith("$argon2") ? verify(passwordHash, typed) : false;
}

/** Whether a hash was made with other parameters than today's. */
export const isOutdated = (passwordHash: string): boolean => !passwordHash.startsWith(current);
