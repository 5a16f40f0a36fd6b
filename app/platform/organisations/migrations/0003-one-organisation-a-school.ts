import type { Migration } from '../../database/migrate.ts'

export const oneOrganisationASchool: Migration = {
  name: 'organisations/0003-one-organisation-a-school',
  sql: 'create unique index organisations_school_code on organisations (school_code);',
}
