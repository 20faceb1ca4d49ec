// Ranks as ranges: nobody is put before somebody whose interval meets theirs.
export interface Scored {
  rank: number;
  interval: readonly number[];
}

/** For each, the first and last place that its interval allows among those listed, as 3 or 2–5. */
export function ties(board: readonly Scored[]): string[] {
  return board.map(each => {
    const [low = 0, high = 0] = each.interval;
    const surelyBefore = board.filter(other => (other.interval[0] ?? 0) > high).length;
    const surelyAfter = board.filter(other => (other.interval[1] ?? 0) < low).length;
    const first = (board[0]?.rank ?? 1) + surelyBefore;
    const last = (board[0]?.rank ?? 1) + board.length - 1 - surelyAfter;
    return first === last ? String(first) : `${first}–${last}`;
  });
}
