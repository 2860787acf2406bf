"""Filed investment projects (企业投资项目): the record of a filing, its versions and notices, start, progress, completion, and the two-year rule."""
