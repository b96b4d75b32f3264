/** An address without its percent-encoding; as it stands where it holds a percent sign of its own. */
export function decodedAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
