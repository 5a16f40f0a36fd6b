import writeExcelFile from 'write-excel-file/node'

export interface Sheet {
  readonly name: string
  /** The first row has the names of the columns. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** An .xlsx file of these sheets. A text stays a text, also where it begins with `=`. */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const file = writeExcelFile(
    sheets.map(({ name, rows: [header = [], ...rows] }) => ({
      sheet: name,
      stickyRowsCount: 1,
      data: [
        header.map((value) => ({ value: value ?? '', fontWeight: 'bold' as const })),
        ...rows.map((row) => [...row]),
      ],
    })),
  )
  return new Uint8Array(await file.toBuffer())
}
