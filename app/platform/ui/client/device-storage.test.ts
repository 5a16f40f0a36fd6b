import { expect, test } from 'vitest'
import { createDeviceStorage } from './device-storage.ts'
import type { Entry } from './queue.ts'

const entry = (op: string): Entry => ({
  op,
  sequence: 1,
  action: '/a',
  fields: [['text', 'Yara']],
  editedAt: 1,
  view: 'desk',
  text: 'Yara',
  adds: true,
  place: '',
})

/** The browser's storage with room for so many keys. */
function browserStorage(room = 100): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (kept.size >= room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  }
}

test('entries survive a reload, and nobody else sees them', () => {
  const storage = browserStorage()
  createDeviceStorage(storage, 'samira').put(entry('1'))
  expect(createDeviceStorage(storage, 'samira').list()).toEqual([entry('1')])
  expect(createDeviceStorage(storage, 'jan').list()).toEqual([])
})

test('a full or missing storage keeps entries in memory and says that they are not safe', () => {
  for (const storage of [browserStorage(0), undefined]) {
    const device = createDeviceStorage(storage, 'samira')
    expect(device.safe()).toBe(true)
    device.put(entry('1'))
    expect(device.list()).toEqual([entry('1')])
    expect(device.safe()).toBe(false)
    device.remove('1')
    expect(device.list()).toEqual([])
    expect(device.safe()).toBe(true)
  }
})

test('what is not an entry is left alone', () => {
  const storage = browserStorage()
  storage.setItem('entry samira x', '{"half')
  storage.setItem('entry samira y', '{"version":9}')
  expect(createDeviceStorage(storage, 'samira').list()).toEqual([])
  expect(storage.length).toBe(2)
})
