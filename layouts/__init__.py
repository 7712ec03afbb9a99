"""Everything on the screen: pages, their parts, callbacks, assets, and the routes beside them.

The screen stands on `figures.store`, `figures.charts`, `figures.wording` and `figures.publish`; the
library knows nothing of it.
"""
