/** One place in a text that was changed: there `removed` characters went and `inserted` came. Units: UTF-16, as in the DOM. */
export interface TextChange {
  readonly at: number
  readonly removed: number
  readonly inserted: string
}

/**
 * The smallest single change that makes `after` of `before`; null where they are the same. `caret` is where the writer's
 * caret stands in `after`: of 'aa' typed into 'aaa' it tells which ones are new. No pair of surrogates is cut in two.
 */
export function changeBetween(before: string, after: string, caret = after.length): TextChange | null {
  if (before === after) return null
  // What stands behind the caret was there before it.
  const most = Math.min(before.length, after.length)
  const tail = Math.min(most, Math.max(0, after.length - caret))
  let end = sameEnd(before, after, tail)
  const start = sameStart(before, after, most - end)
  end = sameEnd(before, after, most - start)
  return { at: start, removed: before.length - start - end, inserted: after.slice(start, after.length - end) }
}

function sameStart(a: string, b: string, most: number): number {
  let length = 0
  while (length < most && a[length] === b[length]) length++
  return cutsPair(a, length) || cutsPair(b, length) ? length - 1 : length
}

function sameEnd(a: string, b: string, most: number): number {
  let length = 0
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++
  return cutsPair(a, a.length - length) || cutsPair(b, b.length - length) ? length - 1 : length
}

function cutsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
}

/** The text after a change. */
export function applyChange(text: string, { at, removed, inserted }: TextChange): string {
  return text.slice(0, at) + inserted + text.slice(at + removed)
}

/** Where a caret goes when somebody else changes the text: it stays with the words around it. */
export function moveCaret(caret: number, { at, removed, inserted }: TextChange): number {
  if (caret <= at) return caret
  if (caret >= at + removed) return caret - removed + inserted.length
  return at + inserted.length
}
