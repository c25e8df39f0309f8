"""Writers: the view to html, csv, json. One file each; none sees a record."""
