import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newOperationId } from './operation-id.ts'

test('an operation id is a uuidv7 that sorts by its time', () => {
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
  const time = fc.integer({ min: 0, max: 2 ** 48 - 2 })
  fc.assert(
    fc.property(time, bytes, bytes, (ms, first, second) => {
      const id = newOperationId(ms, first)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(id < newOperationId(ms + 1, second)).toBe(true)
      expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(ms)
    }),
  )
})
