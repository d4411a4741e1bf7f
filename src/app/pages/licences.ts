/** Where the licences of the libraries stand in full, below the base path; the build writes it. */
export const LICENCES = 'licences.txt';
