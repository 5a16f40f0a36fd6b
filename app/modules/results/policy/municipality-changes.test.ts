import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { municipalityTiles, tileColumns, tileRows } from './municipality-tiles.ts'

describe('the squares of municipalities', () => {
  it('are one each, within the map', () => {
    const seen = new Set([...municipalityTiles.values()].map(({ column, row }) => `${column} ${row}`))
    expect(seen.size).toBe(municipalityTiles.size)
    for (const { column, row } of municipalityTiles.values()) {
      expect(column).toBeLessThan(tileColumns)
      expect(row).toBeLessThan(tileRows)
    }
  })

  it('lie as the country does', () => {
    const at = (code: string) => {
      const tile = municipalityTiles.get(code)
      if (tile === undefined) throw new Error(code)
      return tile
    }
    const [groningen, maastricht, middelburg, enschede, amsterdam] = ['0014', '0935', '0687', '0153', '0363'].map(at)
    expect(groningen?.row).toBeLessThan(amsterdam?.row ?? 0)
    expect(amsterdam?.row).toBeLessThan(maastricht?.row ?? 0)
    expect(middelburg?.column).toBeLessThan(amsterdam?.column ?? 0)
    expect(amsterdam?.column).toBeLessThan(enschede?.column ?? 0)
  })

  it('are there for every municipality of the newest list of schools', async ({ skip }) => {
    const list = new URL('../../../../../shared/data/results/duo-2025/schools_raw.csv', import.meta.url)
    const text = await readFile(list, 'latin1').catch(() => undefined)
    if (text === undefined) return skip('../shared/data/results is not here')
    const codes = new Set(
      text
        .split(/\r?\n/)
        .slice(1)
        .flatMap((line) => line.split(';')[9] ?? []),
    )
    codes.delete('')
    expect(codes.size).toBeGreaterThan(300)
    expect([...codes].filter((code) => !municipalityTiles.has(code.padStart(4, '0')))).toEqual([])
  })
})
