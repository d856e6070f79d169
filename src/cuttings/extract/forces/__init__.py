"""Police forces: by name, by form, by place; and what tells a force's name from other words."""
