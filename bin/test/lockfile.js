/**
 * What in package-lock.json could bring in other code than was looked at: a package without a checksum, from elsewhere than
 * the registry, or with an install script that package.json does not decide about.
 * @param {{ packages: Record<string, any> }} lock
 * @param {Record<string, boolean>} allowScripts
 * @returns {string[]} one line each
 */
export function findLockfileProblems({ packages }, allowScripts) {
  return Object.entries(packages).flatMap(([path, entry]) => {
    const at = path.lastIndexOf('node_modules/');
    if (at < 0 || entry.link) return [];
    const name = path.slice(at + 'node_modules/'.length);
    const problems = [];
    // Of other systems' binaries the registry here has no checksums; npm takes the registry's word for them there.
    const isOtherSystems = entry.optional && entry.os;
    if (!/^sha512-/.test(entry.integrity ?? '') && !isOtherSystems) problems.push('has no sha512 checksum');
    if (entry.resolved)
      problems.push(`comes from ${entry.resolved}: leave "resolved" out, so that it comes from the registry`);
    if (entry.hasInstallScript && !(name in allowScripts)) {
      problems.push('has an install script: say in allowScripts of package.json whether it may run');
    }
    return problems.map((problem) => `package-lock.json: ${name} ${entry.version} ${problem}`);
  });
}
