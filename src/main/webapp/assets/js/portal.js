/** Brings the pages to life. Nothing here decides anything: the server does. */
import { watchConnection } from "./connection.js";
import { watchDialogs } from "./dialogs.js";
import { watchMenus } from "./menus.js";
import { prepareUploads } from "./upload.js";

watchConnection();
watchDialogs();
watchMenus();
prepareUploads(document);
