export function LiveLine() {
  return null;
}
