/** A part of two texts beside each other: in both, only in the first, or only in the second. */
export interface Part {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** Texts with more words than this are not compared word by word. */
const mostWords = 1500

/** What changed from the one text to the other, word by word: the longest common row of words stays. */
export function wordChanges(before: string, after: string): readonly Part[] {
  const [a, b] = [wordsIn(before), wordsIn(after)]
  if (a.length > mostWords || b.length > mostWords) return joined([gone(before), fresh(after)])
  const width = b.length + 1
  // How many words the rests from here have in common, row by row.
  const common = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i]?.word === b[j]?.word ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const parts: Part[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]]
    if (one !== undefined && one.word === other?.word) {
      parts.push({ kind: 'same', text: one.word })
      if (one.space === other.space) parts.push({ kind: 'same', text: one.space })
      else parts.push(gone(one.space), fresh(other.space))
      i++
      j++
    } else if (other === undefined || (one !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      parts.push(gone((one?.word ?? '') + (one?.space ?? '')))
      i++
    } else {
      parts.push(fresh(other.word + other.space))
      j++
    }
  }
  return joined(parts)
}

const gone = (text: string): Part => ({ kind: 'gone', text })
const fresh = (text: string): Part => ({ kind: 'new', text })

interface Word {
  readonly word: string
  /** What stands behind it. */
  readonly space: string
}

function wordsIn(text: string): readonly Word[] {
  return [...text.matchAll(/(\S*)(\s*)/g)]
    .map(([, word = '', space = '']) => ({ word, space }))
    .filter(({ word, space }) => word + space !== '')
}

/** Neighbours of a kind as one; of what changed in one place first all that is gone, then all that is new. */
function joined(parts: readonly Part[]): readonly Part[] {
  const together: Part[] = []
  let [old, young] = ['', '']
  const close = (): void => {
    if (old !== '') together.push(gone(old))
    if (young !== '') together.push(fresh(young))
    old = ''
    young = ''
  }
  for (const { kind, text } of parts) {
    if (kind === 'gone') old += text
    if (kind === 'new') young += text
    if (kind !== 'same' || text === '') continue
    close()
    const last = together.at(-1)
    if (last?.kind === 'same') together[together.length - 1] = { kind, text: last.text + text }
    else together.push({ kind, text })
  }
  close()
  return together
}
