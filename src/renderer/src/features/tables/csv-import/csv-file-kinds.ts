/** What the system's file dialog shows first. */
export const csvFileKinds = '.csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain';
