/**
 * A header as the forms below expect it: `"ï»¿""PEILDATUM"""`, `vestigings_nummer` and `GEM. CIJFER  CIJFERLIJST` become
 * `PEILDATUM`, `VESTIGINGS NUMMER` and `GEM CIJFER CIJFERLIJST`.
 */
export function headerName(cell: string): string {
  return cell
    .replace(/\ufeff|\u00ef\u00bb\u00bf|"/g, '')
    .replace(/[\s\u00a0_.,-]+/g, ' ')
    .trim()
    .toUpperCase()
}
