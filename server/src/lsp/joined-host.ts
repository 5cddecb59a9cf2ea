import type { ClientFiles } from "./client-host.ts";
import type { Host } from "./host.ts";
import { isFile } from "./node-host.ts";

/** This computer's files, and those of virtual folders, which the client reads. */
export function joinedHost(local: Host, virtual: ClientFiles): Host {
  const hostOf = (uri: string) => (isFile(uri) || !virtual.reaches(uri) ? local : virtual);
  return {
    ...local,
    reaches: (uri) => hostOf(uri).reaches(uri),
    canonical: (uri) => hostOf(uri).canonical(uri),
    resolve: (folder, path) => (isOfComputer(path) ? local : hostOf(folder)).resolve(folder, path),
    list: (folder) => hostOf(folder).list(folder),
    filesIn: (folder) => hostOf(folder).filesIn(folder),
    entries: (folder) => hostOf(folder).entries(folder),
    stat: (file) => hostOf(file).stat(file),
    read: (file) => hostOf(file).read(file),
    write: (file, text) => hostOf(file).write(file, text),
    watch: (folders, files, onChange) => {
      const stops = [
        local.watch(folders, files, onChange),
        virtual.watch(
          folders.filter((folder) => hostOf(folder) === virtual),
          files,
          onChange,
        ),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** A path from the user's own folder is one of this computer, whatever folder it is written in. */
function isOfComputer(path: string): boolean {
  return path === "~" || path.startsWith("~/");
}
