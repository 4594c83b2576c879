// A file of its own, so that the language is fetched only once somebody types in it.
export { completionsAt } from '@duality/shared';
