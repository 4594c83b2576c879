/** Where workers elsewhere and this machine meet; `npm start` says where, and beside the store it lies otherwise. */
export const exchangeFolder = (storeFile: string): string => process.env.DUALITY_EXCHANGE || `${storeFile}-exchange`;
