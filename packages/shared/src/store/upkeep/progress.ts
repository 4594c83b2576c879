/** Called now and then with how much has been done, of all there is. */
export type OnProgress = (done: number, total: number) => void;
