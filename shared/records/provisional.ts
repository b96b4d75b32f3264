/**
 * What stands in the place of a picture's hash until its bytes are read. It is told apart by how it begins, as one hash of
 * 2^64 does.
 */
export const PROVISIONAL = '9c01f3a86e5d24b7';

export const isProvisional = (sha256: string): boolean => sha256.startsWith(PROVISIONAL);
