import { fields, rows, texts } from './read';

/**
 * The sentences of `GET decisions/{id}/why/{strategy}` about one signal; those of all signals of the
 * strategy where none of them is this one.
 */
export function sentencesOf(answer: unknown, signal: { readonly action: string | undefined; readonly symbol: string | undefined }): readonly string[] {
  const all = rows(fields(answer)?.['signals']);
  const own = all.filter((row) => row['action'] === signal.action && (row['symbol'] ?? undefined) === signal.symbol);
  return (own.length > 0 ? own : all).flatMap((row) => texts(row['text']));
}
