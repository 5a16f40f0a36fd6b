import { expect, it } from 'vitest'
import { keepEdits, leftEdits } from './kept-edits.ts'

/** As a browser has it. */
function storage(room = Number.POSITIVE_INFINITY): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new Error('The device is full.')
      kept.set(key, value)
    },
    removeItem: (key) => kept.delete(key),
    clear: () => kept.clear(),
  }
}

const address = '/s/school/lessons/1/edits'
const bytes = (...values: number[]) => new Uint8Array(values)

it('finds what lies there for versions that can not be written in any more, of this person and lesson only', () => {
  const device = storage()
  keepEdits(device, 'person:a', `version-1${address}`, 11).keep(bytes(1))
  keepEdits(device, 'person:a', `version-1${address}`, 12).keep(bytes(2))
  keepEdits(device, 'person:a', `version-2${address}`, 13).keep(bytes(3))
  keepEdits(device, 'person:b', `version-1${address}`, 14).keep(bytes(4))
  keepEdits(device, 'person:a', 'version-1/s/school/lessons/2/edits', 15).keep(bytes(5))
  const found = (open: number | null) =>
    leftEdits(device, 'person:a', address, open).map(({ number, updates }) => [number, updates])
  expect(found(2)).toEqual([[1, [bytes(1), bytes(2)]]])
  expect(found(null)).toEqual([
    [1, [bytes(1), bytes(2)]],
    [2, [bytes(3)]],
  ])
  leftEdits(device, 'person:a', address, 2)[0]?.forget()
  expect(found(2)).toEqual([])
  expect(device.length).toBe(3)
})

it('takes two tabs of one person: each keeps its own, and the second brings what the first could not', () => {
  const device = storage()
  const first = keepEdits(device, 'person:a', 'version-1', 11)
  first.keep(bytes(1))
  const second = keepEdits(device, 'person:a', 'version-1', 12)
  expect(second.earlier).toEqual([bytes(1)])
  // The first writes on; then the second has everything that it knows of at the server.
  first.keep(bytes(1, 2))
  second.keep(null)
  expect(keepEdits(device, 'person:a', 'version-1', 13).earlier).toEqual([bytes(1, 2)])
})

it('says whether the page may go', () => {
  const [roomy, full, none] = [storage(), storage(3), undefined].map((each) => keepEdits(each, 'a', 'version-1', 1))
  const words = bytes(1, 2, 3, 4, 5, 6)
  for (const kept of [roomy, full, none]) kept?.keep(words)
  expect([roomy?.isSafe(), full?.isSafe(), none?.isSafe()]).toEqual([true, false, false])
  full?.keep(null)
  expect(full?.isSafe()).toBe(true)
})
